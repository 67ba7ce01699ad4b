"""The desk in a browser: pages made on the server of the report's own views and templates, readable without a script."""
