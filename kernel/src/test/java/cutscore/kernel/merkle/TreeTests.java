package cutscore.kernel.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeTests {
    private static final int LARGEST = 2_000;

    /** The inputs and roots of Certificate Transparency's own reference tests. */
    private static final List<String> CT_LEAVES =
            List.of(
                    "",
                    "00",
                    "10",
                    "2021",
                    "3031",
                    "40414243",
                    "5051525354555657",
                    "606162636465666768696a6b6c6d6e6f");

    private static final List<String> CT_ROOTS =
            List.of(
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void theEmptyTreeHashesToTheDigestOfNothing() {
        assertThat(new TreeFrontier().root().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(new TiledTree().root()).isEqualTo(Hash.EMPTY);
    }

    @Test
    void theEightLeavesOfCertificateTransparencyGiveItsRoots() {
        var frontier = new TreeFrontier();
        var tiled = new TiledTree();
        for (int i = 0; i < CT_LEAVES.size(); i++) {
            byte[] leaf = HexFormat.of().parseHex(CT_LEAVES.get(i));
            frontier.append(Hash.leaf(leaf));
            tiled.append(new LedgerEntry(leaf), new MemoryLedger());
            assertThat(frontier.root().hex()).isEqualTo(CT_ROOTS.get(i));
            assertThat(tiled.root().hex()).isEqualTo(CT_ROOTS.get(i));
        }
    }

    @Test
    void frontierAndTilesAgreeWithTheTextOfTheRfcAtEverySize() {
        var d = entries(LARGEST);
        var frontier = new TreeFrontier();
        var tiled = new TiledTree();
        var files = new MemoryLedger();
        for (int size = 0; size <= LARGEST; size++) {
            var root = Rfc6962.mth(d.subList(0, size));
            assertThat(frontier.root()).as("frontier %d", size).isEqualTo(root);
            assertThat(tiled.root()).as("tiles %d", size).isEqualTo(root);
            assertThat(tiled.peaks()).as("peaks %d", size).isEqualTo(frontier.peaks());
            if (size < LARGEST) {
                frontier.append(Hash.leaf(d.get(size)));
                tiled.append(new LedgerEntry(d.get(size)), files);
            }
        }
    }

    @Test
    void everySizeHasProofsThatEqualTheTextOfTheRfcAndHold() {
        long seed = 20260122L;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var d = entries(LARGEST);
        var tiled = new TiledTree();
        var files = new MemoryLedger();
        for (int size = 1; size <= LARGEST; size++) {
            tiled.append(new LedgerEntry(d.get(size - 1)), files);
            tiled.putPartial(files);
            var proofs = new TileProofs(files, size);
            var root = tiled.root();
            for (int index : new int[] {size - 1, random.nextInt(size)}) {
                provesInclusion(d.subList(0, size), proofs, index, root);
            }
            for (int older : new int[] {size - 1, random.nextInt(size + 1)}) {
                provesConsistency(d.subList(0, size), proofs, older, root);
            }
        }
    }

    @Test
    void everyLeafAndEveryOlderSizeOfSmallTreesIsProved() {
        var d = entries(130);
        var tiled = new TiledTree();
        var files = new MemoryLedger();
        for (int size = 1; size <= d.size(); size++) {
            tiled.append(new LedgerEntry(d.get(size - 1)), files);
            tiled.putPartial(files);
            var proofs = new TileProofs(files, size);
            for (int i = 0; i < size; i++) {
                provesInclusion(d.subList(0, size), proofs, i, tiled.root());
                provesConsistency(d.subList(0, size), proofs, i + 1, tiled.root());
            }
        }
    }

    private static void provesInclusion(List<byte[]> d, TileProofs proofs, int index, Hash root) {
        var proof = proofs.inclusion(index);
        var leaf = Hash.leaf(d.get(index));
        assertThat(proof.path()).isEqualTo(Rfc6962.path(index, d));
        assertThat(proof.proves(leaf, root)).isTrue();
        assertThat(proof.proves(Hash.leaf(new byte[] {1, 2, 3}), root)).isFalse();
        assertThat(proof.proves(leaf, Hash.EMPTY)).isFalse();
        var longer = new ArrayList<>(proof.path());
        longer.add(Hash.EMPTY);
        assertThat(new InclusionProof(index, d.size(), longer).proves(leaf, root)).isFalse();
        if (index > 0) {
            assertThat(new InclusionProof(index - 1, d.size(), proof.path()).proves(leaf, root))
                    .isFalse();
        }
    }

    private static void provesConsistency(List<byte[]> d, TileProofs proofs, int older, Hash root) {
        var proof = proofs.consistency(older);
        var before = Rfc6962.mth(d.subList(0, older));
        if (older > 0) {
            assertThat(proof.path()).isEqualTo(Rfc6962.proof(older, d));
        }
        assertThat(proofs.root(older)).isEqualTo(before);
        assertThat(proof.proves(before, root)).isTrue();
        assertThat(proof.proves(Hash.leaf(new byte[] {7}), root)).isFalse();
        assertThat(proof.proves(before, Hash.leaf(new byte[] {7})))
                .as("an empty tree is a beginning of any other")
                .isEqualTo(older == 0);
    }

    @Test
    void aTreeGoesOnFromItsFilesAsIfItHadNeverStopped() {
        var d = entries(70_000);
        var files = new MemoryLedger();
        var whole = new TiledTree();
        var going = new TiledTree();
        var seen = new MemoryLedger();
        for (int i = 0; i < d.size(); i++) {
            if (i % 997 == 0 || i % 256 == 255 || i > d.size() - 3) {
                going.putPartial(files);
                going = TiledTree.resume(i, files).orElseThrow();
            }
            whole.append(new LedgerEntry(d.get(i)), seen);
            going.append(new LedgerEntry(d.get(i)), files);
        }
        assertThat(going.root()).isEqualTo(whole.root());
        whole.putPartial(seen);
        going.putPartial(files);
        assertThat(seen.files)
                .allSatisfy(
                        (path, content) ->
                                assertThat(files.files.get(path)).as(path).isEqualTo(content));
        assertThat(seen.files.keySet())
                .contains("tile/0/272", "tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17")
                .contains("tile/2/000.p/1", "tile/entries/273.p/112")
                .hasSize(2 * 273 + 2 + 3);
    }

    @Test
    void aTreeDoesNotGoOnFromFilesThatAreMissingOrCut() {
        var files = new MemoryLedger();
        var tree = new TiledTree();
        entries(700).forEach(e -> tree.append(new LedgerEntry(e), files));
        tree.putPartial(files);
        for (String edge :
                List.of("tile/0/002.p/188", "tile/entries/002.p/188", "tile/1/000.p/2")) {
            byte[] content = java.util.Objects.requireNonNull(files.files.remove(edge));
            assertThat(TiledTree.resume(700, files)).as(edge).isEmpty();
            files.files.put(edge, java.util.Arrays.copyOf(content, content.length - 1));
            assertThat(TiledTree.resume(700, files)).as(edge).isEmpty();
            files.files.put(edge, content);
        }
        assertThat(TiledTree.resume(700, files)).isPresent();
    }

    @Test
    void anEntryThatABundleCannotHoldIsRefused() {
        assertThat(new LedgerEntry(new byte[65_535]).length()).isEqualTo(65_535);
        assertThatThrownBy(() -> new LedgerEntry(new byte[65_536]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBundleThatEndsWithinAnEntryIsNoBundle() {
        var bundle = new EntryBundle();
        bundle.append(new LedgerEntry("划线".getBytes(StandardCharsets.UTF_8)));
        bundle.append(new LedgerEntry(new byte[0]));
        byte[] bytes = bundle.bytes();
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("0006e58892e7babf0000");
        assertThat(EntryBundle.read(bytes).orElseThrow()).hasSize(2);
        for (int cut : new int[] {1, 2, 5, 7, 9}) {
            var read = EntryBundle.read(java.util.Arrays.copyOf(bytes, cut));
            assertThat(read).as("cut at %d", cut).isEmpty();
        }
    }

    private static List<byte[]> entries(int count) {
        var entries = new ArrayList<byte[]>(count);
        for (int i = 0; i < count; i++) {
            entries.add(("entry " + i).getBytes(StandardCharsets.UTF_8));
        }
        return entries;
    }
}
