-- The second engine, step 2: who counts, who is measured, and in which key.

ANALYZE setting, line_area, exam_order, examinee;

-- Mark sheets that are alike, with how many people have them. What a subject reaches: its mark; -1,
-- which is below every line, where it is absent or voided; NULL where there is no such subject.
CREATE TEMPORARY TABLE sheet ON COMMIT DROP AS
WITH told AS (
    SELECT e.*,
           s.pool,
           s.national,
           s.floor,
           CASE s.key
               WHEN 'level' THEN e.level
               WHEN 'session' THEN s.session
               WHEN 'qualification' THEN e.qualification
           END AS key,
           a.division IS NOT NULL AS registered,
           -- A voided subject was sat, an absent one was not; a voided examinee is in no count.
           NOT e.voided AND CASE s.sat
               WHEN 'any' THEN num_nonnulls(e.mark_1, e.mark_2, e.mark_3) >= 1
               WHEN 'all' THEN num_nonnulls(e.mark_1, e.mark_2, e.mark_3) = e.subjects
               WHEN 'registered' THEN true
           END AS examined
    FROM examinee e
    JOIN setting s ON s.roster = e.roster
    LEFT JOIN line_area a ON a.roster = e.roster AND a.division = e.division
)
SELECT roster,
       key,
       full_mark < national AS out_of_reach,
       subjects,
       examined,
       examined AND CASE pool
           WHEN 'registered' THEN registered
           WHEN 'declared' THEN declared
           WHEN 'both' THEN registered OR declared
       END AS measured,
       coalesce(mark_1, -1)::integer AS reach_1,
       CASE WHEN subjects >= 2 THEN coalesce(mark_2, -1)::integer END AS reach_2,
       CASE WHEN subjects >= 3 THEN coalesce(mark_3, -1)::integer END AS reach_3,
       count(*) AS people
FROM told
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;

ANALYZE sheet;

-- The pool alone; LEAST and the sum leave out subjects that are not there.
CREATE TEMPORARY TABLE pool_sheet ON COMMIT DROP AS
SELECT roster,
       key,
       reach_1,
       reach_2,
       reach_3,
       least(reach_1, reach_2, reach_3) AS lowest_reach,
       reach_1 + coalesce(reach_2, 0) + coalesce(reach_3, 0) AS points,
       people
FROM sheet
WHERE measured;

-- Every key that occurs in the roster, whoever sat. It is refused where a national mark cannot be
-- reached, or a shape that needs one number of subjects meets several.
CREATE TEMPORARY TABLE measured_key ON COMMIT DROP AS
SELECT s.roster,
       s.shape,
       s.national,
       s.step,
       s.lowest,
       s.floor,
       h.key,
       min(h.subjects)::integer AS subjects,
       bool_or(h.out_of_reach)
           OR s.shape <> 'uniform' AND min(h.subjects) <> max(h.subjects) AS refused,
       coalesce(sum(h.people) FILTER (WHERE h.examined), 0)::bigint AS examinees,
       coalesce(sum(h.people) FILTER (WHERE h.examined AND reaches), 0)::bigint AS national_passed,
       coalesce(sum(h.people) FILTER (WHERE h.measured), 0)::bigint AS pool,
       coalesce(sum(h.people) FILTER (WHERE h.measured AND reaches), 0)::bigint
           AS national_line_passed
FROM setting s
JOIN sheet h ON h.roster = s.roster
CROSS JOIN LATERAL (SELECT least(h.reach_1, h.reach_2, h.reach_3) >= s.national AS reaches) n
GROUP BY s.roster, h.key;

ANALYZE pool_sheet, measured_key;
