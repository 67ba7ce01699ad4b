"""What can agree or differ: one file a facet. Each has `differences(material)`; `FACETS` is the table of them."""
