-- A provincial officer's request meets the exports of that province alone.
ALTER TABLE export.job ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_province ON export.job TO cutscore_province
    USING (province = current_setting('cutscore.province', true));
ALTER TABLE export.download ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_province ON export.download TO cutscore_province
    USING (EXISTS (SELECT 1 FROM export.job j WHERE j.id = download.job));
