"""The room 个人信息权益: requests, what is held about somebody, children, the notice."""
