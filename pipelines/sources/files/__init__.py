"""How a firm's own files are read: headers, cells, rows, whole tables."""
