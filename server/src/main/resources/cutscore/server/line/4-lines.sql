-- The second engine, step 4: which of them is the line. Rates are compared crosswise: p / M <= K / N
-- is p * N <= K * M, in numbers that do not overflow.

CREATE TEMPORARY TABLE lawful_uniform ON COMMIT DROP AS
SELECT DISTINCT ON (roster, key) roster, key, mark, passed
FROM uniform_mark
JOIN measured_key k USING (roster, key)
WHERE passed::numeric * k.examinees <= k.national_passed::numeric * k.pool
ORDER BY roster, key, mark;

CREATE TEMPORARY TABLE lawful_total ON COMMIT DROP AS
SELECT DISTINCT ON (roster, key) roster, key, total, passed
FROM total_mark
JOIN measured_key k USING (roster, key)
WHERE passed::numeric * k.examinees <= k.national_passed::numeric * k.pool
ORDER BY roster, key, total;

-- Most people; then the smallest total reduction, the smallest largest single one, the higher mark in
-- the earlier subject. The national vector itself is no separate line.
CREATE TEMPORARY TABLE lawful_vector ON COMMIT DROP AS
SELECT DISTINCT ON (roster, key) roster, key, at_1, at_2, at_3, passed
FROM vector
JOIN measured_key k USING (roster, key)
CROSS JOIN LATERAL (
    SELECT k.national - at_1 AS less_1,
           CASE WHEN k.subjects >= 2 THEN k.national - at_2 ELSE 0 END AS less_2,
           CASE WHEN k.subjects >= 3 THEN k.national - at_3 ELSE 0 END AS less_3) r
WHERE passed::numeric * k.examinees <= k.national_passed::numeric * k.pool
  AND less_1 + less_2 + less_3 > 0
ORDER BY roster, key, passed DESC, less_1 + less_2 + less_3, greatest(less_1, less_2, less_3),
         at_1 DESC, at_2 DESC, at_3 DESC;

-- One subject of the line lowered by one step, beyond the national rate; of those the one that passes
-- fewest, then the earlier subject.
CREATE TEMPORARY TABLE failing_vector ON COMMIT DROP AS
SELECT DISTINCT ON (roster, key) roster, key, v.at_1, v.at_2, v.at_3, v.passed
FROM lawful_vector l
JOIN measured_key k USING (roster, key)
CROSS JOIN generate_series(1, 3) subject
JOIN vector v USING (roster, key)
WHERE subject <= k.subjects
  AND v.at_1 = l.at_1 - CASE subject WHEN 1 THEN k.step ELSE 0 END
  AND v.at_2 = l.at_2 - CASE subject WHEN 2 THEN k.step ELSE 0 END
  AND v.at_3 = l.at_3 - CASE subject WHEN 3 THEN k.step ELSE 0 END
  AND v.passed::numeric * k.examinees > k.national_passed::numeric * k.pool
ORDER BY roster, key, v.passed, subject;

-- Where a key's line lies and who passes there; the next lower place, which fails, if there is one.
-- A mark in JSON is text without a needless fraction: "45", "45.5".
CREATE TEMPORARY TABLE found ON COMMIT DROP AS
SELECT l.roster, l.key, l.passed,
       jsonb_build_object('mark', trim_scale(l.mark / 2.0)::text) AS place,
       lower.passed AS lower_passed,
       jsonb_build_object('mark', trim_scale(lower.mark / 2.0)::text) AS lower_place
FROM lawful_uniform l
JOIN measured_key k USING (roster, key)
LEFT JOIN uniform_mark lower
    ON lower.roster = l.roster AND lower.key = l.key AND lower.mark = l.mark - k.step
UNION ALL
SELECT l.roster, l.key, l.passed,
       jsonb_build_object('total', trim_scale(l.total / 2.0)::text),
       lower.passed,
       jsonb_build_object('total', trim_scale(lower.total / 2.0)::text)
FROM lawful_total l
JOIN measured_key k USING (roster, key)
LEFT JOIN total_mark lower
    ON lower.roster = l.roster AND lower.key = l.key AND lower.total = l.total - k.step
UNION ALL
SELECT l.roster, l.key, l.passed,
       jsonb_build_object('marks', jsonb_path_query_array(
           jsonb_build_array(trim_scale(l.at_1 / 2.0)::text, trim_scale(l.at_2 / 2.0)::text,
                             trim_scale(l.at_3 / 2.0)::text),
           '$[0 to $last]', jsonb_build_object('last', k.subjects - 1))),
       f.passed,
       jsonb_build_object('marks', jsonb_path_query_array(
           jsonb_build_array(trim_scale(f.at_1 / 2.0)::text, trim_scale(f.at_2 / 2.0)::text,
                             trim_scale(f.at_3 / 2.0)::text),
           '$[0 to $last]', jsonb_build_object('last', k.subjects - 1)))
FROM lawful_vector l
JOIN measured_key k USING (roster, key)
LEFT JOIN failing_vector f USING (roster, key);

-- Why the national line stands, the first reason that holds; NULL where there is a separate line.
CREATE TEMPORARY TABLE outcome ON COMMIT DROP AS
SELECT k.roster, k.key,
       CASE
           WHEN k.examinees = 0 THEN 'NOBODY_SAT'
           WHEN k.pool = 0 THEN 'NOBODY_MEASURED'
           WHEN f.passed IS NULL THEN 'CAP_REACHED'
           WHEN f.passed = k.national_line_passed THEN 'NOTHING_GAINED'
       END AS reason
FROM measured_key k
LEFT JOIN found f USING (roster, key);

ANALYZE lawful_vector, found, outcome;
