"""The field's methods on arrays and small frozen inputs; they know no case and no prose."""
