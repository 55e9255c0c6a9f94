#!/bin/sh
# Run once by the PostgreSQL image in an empty data folder: a role and a schema of its own for each
# service, a database of its own for Keycloak. Passwords come from the environment of the container.
set -eu
for service in intake approval provenance; do
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname picturelock \
    -v role="$service" -v password="$SERVICE_DB_PASSWORD" <<'SQL'
CREATE ROLE :"role" LOGIN PASSWORD :'password';
CREATE SCHEMA :"role" AUTHORIZATION :"role";
ALTER ROLE :"role" SET search_path TO :"role";
SQL
done
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname picturelock \
  -v password="$KEYCLOAK_DB_PASSWORD" <<'SQL'
CREATE ROLE keycloak LOGIN PASSWORD :'password';
CREATE DATABASE keycloak OWNER keycloak;
SQL
