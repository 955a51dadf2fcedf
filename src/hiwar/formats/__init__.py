"""Files of single methods: our own YAML and the formats of the field's usual tools, read and written."""
