-- A provincial officer's request says what happened and reads nothing of what was told to whom.
ALTER TABLE notice.message ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice.delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice.contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice.person ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice.preference ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice.happening ENABLE ROW LEVEL SECURITY;
CREATE POLICY only_said ON notice.happening FOR INSERT TO cutscore_province WITH CHECK (true);
ALTER TABLE notice.declarant ENABLE ROW LEVEL SECURITY;
CREATE POLICY only_said ON notice.declarant FOR INSERT TO cutscore_province WITH CHECK (true);
