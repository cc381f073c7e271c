"""What can people of a region lay down about its coverage? Each change is a new row, so that it can be read back and undone."""
