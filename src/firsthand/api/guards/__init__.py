"""What stands before every route: addresses, sizes, times and the headers that tell a browser what it may do."""
