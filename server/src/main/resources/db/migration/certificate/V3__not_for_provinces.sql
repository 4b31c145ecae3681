-- No page of a provincial officer shows awards or certificates: under that role there are none.
ALTER TABLE certificate.award ENABLE ROW LEVEL SECURITY;
ALTER TABLE certificate.batch ENABLE ROW LEVEL SECURITY;
ALTER TABLE certificate.batch_award ENABLE ROW LEVEL SECURITY;
ALTER TABLE certificate.certificate ENABLE ROW LEVEL SECURITY;
