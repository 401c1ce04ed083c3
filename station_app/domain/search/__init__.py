"""Finding (查找): what is kept to be found by, how a query is read, what matches where."""
