-- The second engine, step 5: the keys as a dossier writes them, one row each; no JSON where the key
-- is refused.
WITH rows_written AS (
    SELECT roster, key,
           jsonb_agg(jsonb_build_object('mark', trim_scale(mark / 2.0)::text, 'passed', passed)
                     ORDER BY mark) AS written
    FROM uniform_mark
    GROUP BY roster, key
    UNION ALL
    SELECT roster, key,
           jsonb_agg(jsonb_build_object('total', trim_scale(total / 2.0)::text, 'passed', passed)
                     ORDER BY total)
    FROM total_mark
    GROUP BY roster, key
    UNION ALL
    -- Through the line, or the national vector where that stands: one subject moves, the others hold.
    SELECT v.roster, v.key,
           jsonb_agg(jsonb_build_object('subject', subject,
                                        'mark', trim_scale(moving / 2.0)::text,
                                        'passed', v.passed)
                     ORDER BY subject, moving)
    FROM vector v
    JOIN measured_key k USING (roster, key)
    JOIN outcome o USING (roster, key)
    LEFT JOIN lawful_vector l ON l.roster = v.roster AND l.key = v.key AND o.reason IS NULL
    CROSS JOIN generate_series(1, 3) subject
    CROSS JOIN LATERAL (
        SELECT coalesce(l.at_1, k.national) AS held_1,
               coalesce(l.at_2, CASE WHEN k.subjects >= 2 THEN k.national ELSE 0 END) AS held_2,
               coalesce(l.at_3, CASE WHEN k.subjects >= 3 THEN k.national ELSE 0 END) AS held_3,
               CASE subject WHEN 1 THEN v.at_1 WHEN 2 THEN v.at_2 ELSE v.at_3 END AS moving) h
    WHERE subject <= k.subjects
      AND (subject = 1 OR v.at_1 = held_1)
      AND (subject = 2 OR v.at_2 = held_2)
      AND (subject = 3 OR v.at_3 = held_3)
    GROUP BY v.roster, v.key
)
SELECT k.roster, k.key,
       CASE WHEN NOT k.refused THEN
           jsonb_build_object(
               'key', k.key,
               'examinees', k.examinees,
               'nationalPassed', k.national_passed,
               'pool', k.pool,
               'nationalLinePassed', k.national_line_passed,
               'table', w.written)
           || CASE
               WHEN o.reason IS NOT NULL THEN
                   jsonb_build_object('outcome', 'national-line-stands', 'reason', o.reason)
               ELSE
                   f.place || jsonb_build_object(
                       'outcome', 'separate-line',
                       'passed', f.passed,
                       'headroom',
                       div(k.national_passed::numeric * k.pool, k.examinees) - f.passed,
                       'holds', f.place || rates || jsonb_build_object('passed', f.passed),
                       'fails',
                       CASE WHEN f.lower_passed IS NOT NULL THEN
                           f.lower_place || rates || jsonb_build_object('passed', f.lower_passed)
                       END)
              END
       END::text AS written
FROM measured_key k
JOIN outcome o USING (roster, key)
LEFT JOIN found f USING (roster, key)
LEFT JOIN rows_written w USING (roster, key)
CROSS JOIN LATERAL (
    SELECT jsonb_build_object('pool', k.pool,
                              'nationalPassed', k.national_passed,
                              'nationalExaminees', k.examinees) AS rates) r
LEFT JOIN setting s ON s.roster = k.roster AND s.key = 'qualification'
LEFT JOIN exam_order p ON p.roster = s.roster AND p.qualification = k.key
ORDER BY k.roster,
         p.place,
         CASE k.key WHEN '高级' THEN 1 WHEN '中级' THEN 2 WHEN '初级' THEN 3 ELSE 4 END,
         k.key COLLATE "C";
