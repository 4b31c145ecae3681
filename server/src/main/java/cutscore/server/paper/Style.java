package cutscore.server.paper;

/** The three hands of our paper. */
enum Style {
    /** Everything read as a sentence. */
    TEXT,
    /** What must be seen first. */
    STRONG,
    /** Titles of acts: a Song face when the font folder has one, else the strong hand. */
    SONG
}
