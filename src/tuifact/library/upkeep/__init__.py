"""The library's health: looking for damage, saving what holds, one portable file of it all and back."""
