-- A reviewer may know that the same person declared in another province too, and nothing else of it:
-- the rule that says so must find the same on the bench as when the decision is recorded.
CREATE FUNCTION declaration.elsewhere(its_session text, its_person bytea, itself uuid)
RETURNS TABLE (province text, qualification text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
    SELECT d.province, d.qualification FROM declaration.declaration d
    WHERE d.session = its_session AND d.person = its_person AND d.id <> itself
      AND d.stage <> 'WITHDRAWN'
    ORDER BY d.arrived_at, d.id
$$;
