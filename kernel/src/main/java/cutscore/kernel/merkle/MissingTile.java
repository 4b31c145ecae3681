package cutscore.kernel.merkle;

/** A proof needs a tile that is not there or has not its length. */
public final class MissingTile extends RuntimeException {
    private final transient TilePath path;

    MissingTile(TilePath path) {
        super("missing or cut: " + path.text());
        this.path = path;
    }

    public TilePath path() {
        return path;
    }
}
