"""What a person may ask of whoever keeps data about him (个人信息权益, PIPL chapter 4)."""
