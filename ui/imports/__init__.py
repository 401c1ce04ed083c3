"""Bringing rosters in (导入花名册): file, columns, what will happen, what happened."""
