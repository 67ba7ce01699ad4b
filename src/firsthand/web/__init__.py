"""The desk in a browser: pages made of the report's own views and templates, readable without a script."""
