-- A provincial officer's request meets the rows of that province alone.
ALTER TABLE voice.correction ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_province ON voice.correction TO cutscore_province
    USING (province = current_setting('cutscore.province', true));
ALTER TABLE voice.correction_answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_province ON voice.correction_answer TO cutscore_province
    USING (EXISTS (SELECT 1 FROM voice.correction c WHERE c.id = correction));
ALTER TABLE voice.rating ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_province ON voice.rating TO cutscore_province
    USING (province = current_setting('cutscore.province', true));
