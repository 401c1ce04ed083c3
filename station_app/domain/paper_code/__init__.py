"""The code on a paper (二维码): what it says, who signed it, and what is to be thought of it."""
