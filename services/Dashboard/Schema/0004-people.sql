-- Who works at the desk. Times are Unix milliseconds, UTC.
CREATE TABLE accounts (
    name text NOT NULL PRIMARY KEY,
    role text NOT NULL,
    -- A JSON list of site ids; ["*"] is all of them.
    sites text NOT NULL,
    -- 'password', or 'provider' for OpenID Connect.
    signs_in_by text NOT NULL,
    -- Null for people of the provider, and for admin while the password is that of the setting.
    password_hash text,
    -- How long the password that an admin made up is good for; null once the person has chosen another.
    first_password_until bigint,
    -- Of admin alone: the setting that was in force when an instance last started.
    setting_hash text,
    -- Whom the provider means; null until the first sign-in.
    provider_subject text,
    -- Another one whenever password, role, sites or standing change: open pages are loaded again.
    stamp text NOT NULL,
    created_by text NOT NULL,
    created_at bigint NOT NULL,
    signed_in_at bigint,
    disabled_at bigint
);

CREATE UNIQUE INDEX accounts_by_subject ON accounts (provider_subject) WHERE provider_subject IS NOT NULL;

-- A row a browser that is signed in; without its row a cookie is worth nothing.
CREATE TABLE sessions (
    id text NOT NULL PRIMARY KEY,
    account text NOT NULL,
    user_agent text NOT NULL,
    started_at bigint NOT NULL,
    seen_at bigint NOT NULL
);

CREATE INDEX sessions_of_account ON sessions (account, seen_at);

-- Counted for all instances together, by address and by account; forgotten when the time is over.
CREATE TABLE wrong_passwords (
    who text NOT NULL PRIMARY KEY,
    wrong bigint NOT NULL,
    until bigint NOT NULL
);

CREATE INDEX wrong_passwords_by_time ON wrong_passwords (until);

-- What programs send; the token itself is not kept, only its SHA-256.
CREATE TABLE api_tokens (
    id text NOT NULL PRIMARY KEY,
    name text NOT NULL,
    scope text NOT NULL,
    sites text NOT NULL,
    token_hash text NOT NULL UNIQUE,
    created_by text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint,
    last_used_at bigint,
    revoked_at bigint,
    revoked_by text
);

CREATE UNIQUE INDEX api_tokens_in_force ON api_tokens (name) WHERE revoked_at IS NULL;
