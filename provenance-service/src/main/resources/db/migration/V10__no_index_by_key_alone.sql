-- Values are looked for by their title and subject; a key is only ever compared within those. So the
-- index was written with every value and read by nothing.
DROP INDEX disclosure_key;
