CREATE SCHEMA access;

CREATE TABLE access.officer (
    id            uuid PRIMARY KEY,
    sign_in_name  text NOT NULL CHECK (sign_in_name ~ '^[a-z][a-z0-9.-]{2,39}$'),
    display_name  text NOT NULL CHECK (char_length(display_name) BETWEEN 1 AND 60),
    province      text CHECK (province ~ '^[1-9][0-9]0000$'),
    password_hash text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
    created_at    timestamptz NOT NULL,
    created_by    uuid,
    UNIQUE (sign_in_name)
);

-- A grant is proposed by one administrator and confirmed by another. The two founding grants come
-- from the one-time codes of an empty installation; there is one of each, ever.
CREATE TABLE access.role_grant (
    id           uuid PRIMARY KEY,
    officer      uuid NOT NULL REFERENCES access.officer,
    role         text NOT NULL CHECK (role IN (
        'REVIEWER', 'REVIEW_LEAD', 'ANALYST', 'PUBLISHER', 'CLEARING_OFFICER', 'INTEGRITY_OFFICER',
        'AUDITOR', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN')),
    founding     boolean NOT NULL DEFAULT false,
    proposed_by  uuid NOT NULL REFERENCES access.officer,
    proposed_at  timestamptz NOT NULL,
    confirmed_by uuid REFERENCES access.officer,
    confirmed_at timestamptz,
    UNIQUE (officer, role),
    CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
    CHECK (founding OR confirmed_by <> proposed_by),
    CHECK (proposed_by <> officer OR founding),
    CHECK (NOT founding OR role IN ('SYSTEM_ADMIN', 'SECURITY_ADMIN')),
    CHECK (confirmed_at >= proposed_at)
);

-- No one holds, or is even proposed for, two of the three administrators' roles.
CREATE UNIQUE INDEX one_administrator_role_each ON access.role_grant (officer)
    WHERE role IN ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN');

CREATE UNIQUE INDEX founded_once ON access.role_grant (role) WHERE founding;
