-- A provincial officer's request (role cutscore_province, province bound) meets the rows of that
-- province alone: by their own column, or by the declaration they belong to. The owner of the tables is
-- not held by it. A later table says SELECT declaration.keep_to_province('declaration.its_name').
CREATE FUNCTION declaration.keep_to_province(it regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    own constant text := 'province = current_setting(''cutscore.province'', true)';
    of_declaration constant text :=
        'EXISTS (SELECT 1 FROM declaration.declaration d WHERE d.id = declaration)';
    has_province boolean := EXISTS (SELECT FROM pg_attribute
        WHERE attrelid = it AND attname = 'province' AND NOT attisdropped);
    has_declaration boolean := EXISTS (SELECT FROM pg_attribute
        WHERE attrelid = it AND attname = 'declaration' AND NOT attisdropped);
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', it);
    IF has_province THEN
        EXECUTE format('CREATE POLICY own_province ON %s TO cutscore_province USING (%s)', it, own);
    ELSIF has_declaration THEN
        EXECUTE format('CREATE POLICY own_province ON %s TO cutscore_province USING (%s)',
            it, of_declaration);
    END IF;
END $$;

DO $$ DECLARE it regclass; BEGIN
    FOR it IN SELECT c.oid FROM pg_class c
        WHERE c.relnamespace = 'declaration'::regnamespace AND c.relkind = 'r'
          AND NOT c.relrowsecurity AND c.relname NOT LIKE 'flyway%'
          AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND NOT a.attisdropped
                        AND a.attname IN ('province', 'declaration'))
    LOOP
        -- A row of a list may have no declaration yet; it goes by its list.
        IF it <> 'declaration.registration_row'::regclass THEN
            PERFORM declaration.keep_to_province(it);
        END IF;
    END LOOP;
END $$;

ALTER TABLE declaration.registration_row ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_province ON declaration.registration_row TO cutscore_province
    USING (EXISTS (SELECT 1 FROM declaration.registration_list l WHERE l.id = list));

-- Drafts are their writers'; no officer reads one from within a province.
ALTER TABLE declaration.draft ENABLE ROW LEVEL SECURITY;
