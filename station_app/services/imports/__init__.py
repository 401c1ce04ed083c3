"""Import (导入): a roster as the office keeps it, brought into the store.

``reading`` turns a file into neutral sheets, in a child process with limits;
``layout`` finds the tables in them, ``columns`` what each column means, ``rows``
and ``grouping`` the people and households; ``plan`` says what would change;
``run`` does it in one transaction and takes it back.
"""
