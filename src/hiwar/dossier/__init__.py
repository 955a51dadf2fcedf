"""What analysts write: YAML files on one side, frozen records on the other."""
