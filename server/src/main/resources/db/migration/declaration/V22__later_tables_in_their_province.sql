-- The tables that came after V17, each with its province or its declaration.
DO $$ DECLARE it regclass; BEGIN
    FOR it IN SELECT c.oid FROM pg_class c
        WHERE c.relnamespace = 'declaration'::regnamespace AND c.relkind = 'r'
          AND NOT c.relrowsecurity AND c.relname NOT LIKE 'flyway%'
          AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND NOT a.attisdropped
                        AND a.attname IN ('province', 'declaration'))
    LOOP
        PERFORM declaration.keep_to_province(it);
    END LOOP;
END $$;
