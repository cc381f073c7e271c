"""What can a person do in the yearly procedure? One transaction each."""
