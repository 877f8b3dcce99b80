"""What must be ready before a Chat push can reach anybody."""
