-- An examinee's page asks for the certificate of one declaration.
CREATE INDEX certificate_declaration ON certificate.certificate (declaration);
