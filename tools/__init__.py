"""What those who keep Sampan run by `make`; nothing here is part of the program."""
