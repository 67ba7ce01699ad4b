"""What the HTML page shows, worked out before any markup: frozen values, one file a section of the page."""
