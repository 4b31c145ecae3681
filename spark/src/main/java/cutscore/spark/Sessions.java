package cutscore.spark;

import org.apache.spark.sql.SparkSession;

/** Opens Spark, on the master that spark-submit or {@code -Dspark.master} names. */
final class Sessions {
    private Sessions() {}

    static SparkSession open(String name) {
        var session = SparkSession.builder().appName(name).getOrCreate();
        session.sparkContext().setLogLevel("WARN");
        return session;
    }
}
