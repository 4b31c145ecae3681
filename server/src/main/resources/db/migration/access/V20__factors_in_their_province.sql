-- The second factors of officers, met under a province by colleagues' requests: the province's own only.
DO $$ DECLARE it text; BEGIN
    FOREACH it IN ARRAY ARRAY['totp', 'recovery_code', 'factor_try', 'officer_code'] LOOP
        EXECUTE format('ALTER TABLE access.%I ENABLE ROW LEVEL SECURITY', it);
        EXECUTE format('CREATE POLICY own_province ON access.%I TO cutscore_province USING (EXISTS ('
            'SELECT 1 FROM access.officer o WHERE o.id = officer'
            ' AND o.province = current_setting(''cutscore.province'', true)))', it);
    END LOOP;
END $$;
ALTER TABLE access.passkey ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_province ON access.passkey TO cutscore_province USING (EXISTS (
    SELECT 1 FROM access.officer o
     WHERE o.id = account AND o.province = current_setting('cutscore.province', true)));
-- Administrators' steps about accounts are no province's business.
ALTER TABLE access.account_step ENABLE ROW LEVEL SECURITY;
