"""Tools for people who work with assistants (Model Context Protocol): search, story, check, sources. They only read."""
