package cutscore.kernel.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReaderTests {
    @Test
    void bothLineEndsAByteOrderMarkAndEmptyLinesAreRead() throws IOException {
        assertThat(rows("\uFEFFa,b\r\n1,2\n\n\r\n3,\n")).containsExactly("1:a|b", "2:1|2", "5:3|");
        assertThat(rows("\"a\nb\",\"say \"\"hi\"\", twice\"\nc,d"))
                .containsExactly("1:a\nb|say \"hi\", twice", "3:c|d");
    }

    @Test
    void aBrokenRowIsNamedAndReadingGoesOn() throws IOException {
        assertThat(faults("a,b\nx,y\"z\nc,d\n\"e\"f,g\nh\0i,j\nk\rl\n"))
                .containsExactly("QUOTE_STRAY 2 2", "QUOTE_STRAY 4 1", "NUL 5 1", "LINE_END 6 1");
        assertThat(faults("a,b\nc,\"d\ne,f\n")).containsExactly("QUOTE_OPEN 2 2");
    }

    @Test
    void hostileWidthsAreRefusedWithoutFillingTheMemory() throws IOException {
        assertThat(faults("x".repeat(1_000_000) + "\na")).containsExactly("FIELD_TOO_LONG 1 1");
        assertThat(faults(",".repeat(1_000_000) + "\na")).containsExactly("TOO_MANY_COLUMNS 1 201");
        assertThat(faults("a,b\nc,\"d\n" + "e,f\n".repeat(5000)))
                .containsExactly("FIELD_TOO_LONG 2 2");
    }

    @Test
    void gb18030IsTakenWhenTheFileIsNotUtf8AndNothingElseIs() throws IOException {
        byte[] text = "虚构㐀𠮷\n".getBytes(Charset.forName("GB18030"));
        try (var csv = new CsvReader(CsvSource.of("gb", text))) {
            csv.next();
            assertThat(csv.text(0)).isEqualTo("虚构㐀𠮷");
        }
        byte[] bad = "a,b\nc,你好\nd,\"x,\ny\",z".getBytes(StandardCharsets.UTF_8);
        bad[bad.length - 1] = (byte) 0xff;
        assertThat(refusal(bad)).isEqualTo("ENCODING 4 3");
        assertThat(refusal("a,b".getBytes(StandardCharsets.UTF_16))).isEqualTo("NOT_CSV 0 0");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 0})).isEqualTo("NOT_CSV 0 0");
    }

    private static String refusal(byte[] content) {
        var refused =
                catchThrowableOfType(
                        Unreadable.class, () -> new CsvReader(CsvSource.of("file", content)));
        return place(refused.faults().getFirst());
    }

    private static String place(Fault fault) {
        return fault.code() + " " + fault.line() + " " + fault.column();
    }

    private static List<String> rows(String text) throws IOException {
        List<String> out = new ArrayList<>();
        try (var csv = new CsvReader(CsvSource.of("file", text))) {
            while (csv.next()) {
                List<String> fields = new ArrayList<>();
                for (int i = 0; i < csv.size(); i++) {
                    fields.add(csv.text(i));
                }
                out.add(csv.line() + ":" + String.join("|", fields));
            }
        }
        return out;
    }

    private static List<String> faults(String text) throws IOException {
        List<String> out = new ArrayList<>();
        try (var csv = new CsvReader(CsvSource.of("file", text))) {
            while (csv.next()) {
                csv.fault().map(CsvReaderTests::place).ifPresent(out::add);
            }
        }
        return out;
    }
}
