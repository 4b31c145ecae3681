-- Batches are prepared, approved and seen by officers of the issuing province, whose requests run
-- under cutscore_province: they meet the awards, batches and certificates of that province alone.
CREATE POLICY own_province ON certificate.award TO cutscore_province
    USING (province = current_setting('cutscore.province', true));
CREATE POLICY own_province ON certificate.batch TO cutscore_province
    USING (province = current_setting('cutscore.province', true));
CREATE POLICY own_province ON certificate.certificate TO cutscore_province
    USING (province = current_setting('cutscore.province', true));
CREATE POLICY own_province ON certificate.batch_award TO cutscore_province
    USING (EXISTS (SELECT 1 FROM certificate.batch b WHERE b.id = batch));

CREATE INDEX batch_session ON certificate.batch (session, province, prepared_at);
