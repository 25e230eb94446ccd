create sequence key_source_basis;
