"""The room of residents (居民档案): the table, its filters, one person one file, use cases."""
