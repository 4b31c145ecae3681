-- A provincial officer's request meets colleagues of the province and the centre's, and no account of an
-- examinee.
ALTER TABLE access.officer ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_province ON access.officer TO cutscore_province
    USING (province IS NULL OR province = current_setting('cutscore.province', true));
ALTER TABLE access.look_up ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_province ON access.look_up TO cutscore_province
    USING (province = current_setting('cutscore.province', true));
ALTER TABLE access.examinee_account ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.linked_identity ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.recovery ENABLE ROW LEVEL SECURITY;
