package cutscore.server.line.web.workbench;

import cutscore.kernel.id.DivisionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every province as one square of the same size, in about its place on the map: counts, never
 * shapes. The ramp has five steps, by how many more people pass than by the national line.
 */
record ProvinceTiles(List<Tile> tiles) {
    static final int SIZE = 42;
    static final int WIDTH = 12 * SIZE;
    static final int HEIGHT = 8 * SIZE;

    private static final String PLACES =
            """
            65 新疆 0 1;15 内蒙古 6 1;21 辽宁 9 1;22 吉林 10 1;23 黑龙江 10 0;
            62 甘肃 3 2;64 宁夏 4 2;14 山西 6 2;13 河北 7 2;11 北京 8 2;12 天津 9 2;
            54 西藏 0 3;63 青海 2 3;61 陕西 5 3;41 河南 6 3;37 山东 8 3;
            51 四川 3 4;50 重庆 4 4;42 湖北 6 4;34 安徽 7 4;32 江苏 8 4;31 上海 9 4;
            53 云南 2 5;52 贵州 4 5;43 湖南 5 5;36 江西 6 5;33 浙江 8 5;
            45 广西 4 6;44 广东 6 6;35 福建 7 6;71 台湾 9 6;
            46 海南 5 7;81 香港 7 7;82 澳门 6 7\
            """;

    /**
     * One province.
     *
     * @param step 0 for nobody of the pool, else 1 to 5
     * @param people of the pool
     * @param passed at the line held up
     * @param gained how many more than by the national line
     */
    record Tile(
            DivisionCode province,
            String name,
            int column,
            int row,
            int step,
            long people,
            long passed,
            long gained) {

        int x() {
            return column * SIZE;
        }

        int y() {
            return row * SIZE;
        }

        /** Whether so few people stand behind it that no figure is shown. */
        boolean small() {
            return people > 0 && people < CountyTable.LEAST;
        }
    }

    /** Of the pool's counties, with the national line first and the line held up second. */
    static ProvinceTiles of(List<Headcount.County> counties) {
        Map<DivisionCode, long[]> sums = new TreeMap<>();
        for (var county : counties) {
            long[] sum = sums.computeIfAbsent(county.county().province(), _ -> new long[3]);
            sum[0] += county.people();
            sum[1] += county.passed()[0];
            sum[2] += county.passed()[1];
        }
        long most = sums.values().stream().mapToLong(s -> s[2] - s[1]).max().orElse(0);
        var tiles = new ArrayList<Tile>();
        for (String place : PLACES.split(";", -1)) {
            String[] part = place.strip().split(" ", -1);
            var province = new DivisionCode(part[0] + "0000");
            long[] sum = sums.getOrDefault(province, new long[3]);
            tiles.add(
                    new Tile(
                            province,
                            part[1],
                            Integer.parseInt(part[2]),
                            Integer.parseInt(part[3]),
                            step(sum, most),
                            sum[0],
                            sum[2],
                            sum[2] - sum[1]));
        }
        return new ProvinceTiles(List.copyOf(tiles));
    }

    /** Those that somebody of the pool stands behind, for the table twin. */
    List<Tile> measured() {
        return tiles.stream().filter(tile -> tile.people() > 0).toList();
    }

    private static int step(long[] sum, long most) {
        long gained = sum[2] - sum[1];
        if (sum[0] == 0) {
            return 0;
        }
        return most == 0 ? 1 : (int) (1 + 4 * gained / most);
    }
}
