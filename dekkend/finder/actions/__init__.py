"""What can a person do in the finder? Say what a word means that it did not understand."""
