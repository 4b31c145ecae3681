-- The second engine, step 3: for everything a line could be, how many of the pool would pass.

CREATE TEMPORARY TABLE uniform_mark ON COMMIT DROP AS
WITH lowest_marks AS (
    SELECT roster, key, lowest_reach, sum(people) AS people
    FROM pool_sheet
    GROUP BY roster, key, lowest_reach
)
SELECT k.roster, k.key, m.mark,
       coalesce(sum(p.people) FILTER (WHERE p.lowest_reach >= m.mark), 0)::bigint AS passed
FROM measured_key k
CROSS JOIN LATERAL generate_series(k.lowest, k.national - k.step, k.step) m (mark)
LEFT JOIN lowest_marks p ON p.roster = k.roster AND p.key = k.key
WHERE k.shape = 'uniform'
GROUP BY k.roster, k.key, m.mark;

CREATE TEMPORARY TABLE total_mark ON COMMIT DROP AS
WITH totals AS (
    SELECT p.roster, p.key, p.points,
           p.lowest_reach >= k.floor AS reaches_floor,
           p.lowest_reach >= k.national AS reaches_national,
           sum(p.people) AS people
    FROM pool_sheet p
    JOIN measured_key k ON k.roster = p.roster AND k.key = p.key
    WHERE k.shape = 'totalAndFloor'
    GROUP BY 1, 2, 3, 4, 5
)
SELECT k.roster, k.key, m.total,
       coalesce(
           sum(p.people) FILTER (
               WHERE p.reaches_floor AND p.points >= m.total OR p.reaches_national),
           0)::bigint AS passed
FROM measured_key k
CROSS JOIN LATERAL
    generate_series(k.subjects * k.floor, k.subjects * k.national - 1, k.step) m (total)
LEFT JOIN totals p ON p.roster = k.roster AND p.key = k.key
WHERE k.shape = 'totalAndFloor' AND NOT k.refused
GROUP BY k.roster, k.key, m.total;

-- Every vector up to the national one. A subject that is not there has the one mark 0. The people
-- are put where their marks, lowered to the grid, lie; summed along each subject in turn from above,
-- they become those who reach the vector in every subject.
CREATE TEMPORARY TABLE vector ON COMMIT DROP AS
WITH lowered AS (
    SELECT p.roster, p.key,
           k.lowest + (least(p.reach_1, k.national) - k.lowest) / k.step * k.step AS at_1,
           CASE WHEN k.subjects < 2 THEN 0 ELSE
               k.lowest + (least(p.reach_2, k.national) - k.lowest) / k.step * k.step END AS at_2,
           CASE WHEN k.subjects < 3 THEN 0 ELSE
               k.lowest + (least(p.reach_3, k.national) - k.lowest) / k.step * k.step END AS at_3,
           sum(p.people) AS people
    FROM pool_sheet p
    JOIN measured_key k ON k.roster = p.roster AND k.key = p.key
    WHERE k.shape = 'perSubject' AND p.lowest_reach >= k.lowest
    GROUP BY 1, 2, 3, 4, 5
),
placed AS (
    SELECT k.roster, k.key, a.at_1, b.at_2, c.at_3, coalesce(p.people, 0)::bigint AS people
    FROM measured_key k
    CROSS JOIN LATERAL generate_series(k.lowest, k.national, k.step) a (at_1)
    CROSS JOIN LATERAL (
        SELECT generate_series(k.lowest, k.national, k.step) WHERE k.subjects >= 2
        UNION ALL SELECT 0 WHERE k.subjects < 2) b (at_2)
    CROSS JOIN LATERAL (
        SELECT generate_series(k.lowest, k.national, k.step) WHERE k.subjects >= 3
        UNION ALL SELECT 0 WHERE k.subjects < 3) c (at_3)
    LEFT JOIN lowered p ON p.roster = k.roster AND p.key = k.key
        AND p.at_1 = a.at_1 AND p.at_2 = b.at_2 AND p.at_3 = c.at_3
    WHERE k.shape = 'perSubject' AND NOT k.refused
),
along_3 AS (
    SELECT roster, key, at_1, at_2, at_3,
           sum(people) OVER (PARTITION BY roster, key, at_1, at_2
                             ORDER BY at_3 DESC ROWS UNBOUNDED PRECEDING)::bigint AS people
    FROM placed
),
along_2 AS (
    SELECT roster, key, at_1, at_2, at_3,
           sum(people) OVER (PARTITION BY roster, key, at_1, at_3
                             ORDER BY at_2 DESC ROWS UNBOUNDED PRECEDING)::bigint AS people
    FROM along_3
)
SELECT roster, key, at_1, at_2, at_3,
       sum(people) OVER (PARTITION BY roster, key, at_2, at_3
                         ORDER BY at_1 DESC ROWS UNBOUNDED PRECEDING)::bigint AS passed
FROM along_2;

ANALYZE uniform_mark, total_mark, vector;
