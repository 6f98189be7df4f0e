import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * One real Elasticsearch node for the tests, without the distribution's start scripts.
 *
 * <p>Usage: {@code SearchServer HOME DATA ADDRESS_FILE}. The node takes the first free port from 9200 on; when it
 * answers, its URL stands in ADDRESS_FILE. It runs until it is terminated and then closes its shards properly.
 */
public final class SearchServer {
    private SearchServer() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        Path data = Path.of(arguments[1]).toAbsolutePath();
        Path address = Path.of(arguments[2]).toAbsolutePath();

        LogConfigurator.configureESLogging();
        Node node = new Node(environment(home, data), plugins(home));
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                node.close();
            } catch (java.io.IOException error) {
                error.printStackTrace();
            } finally {
                ended.countDown();
            }
        }));
        node.start();
        publish(node, address);
        ended.await();
    }

    private static Environment environment(Path home, Path data) {
        Settings settings = Settings.builder()
            .put("path.home", home.toString())
            .put("path.data", data.resolve("data").toString())
            .put("path.logs", data.resolve("logs").toString())
            .put("cluster.name", "zhiku-tests")
            .put("node.name", "tests")
            .put("network.host", "127.0.0.1")
            .put("discovery.type", "single-node")
            // A developer's disk is often fuller than a server's may be.
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .build();
        return InternalSettingsPreparer.prepareEnvironment(
            settings, Map.of(), home.resolve("config"), () -> "tests");
    }

    private static PluginsLoader plugins(Path home) {
        return PluginsLoader.createPluginsLoader(
            PluginsLoader.loadModulesBundles(home.resolve("modules")),
            PluginsLoader.loadPluginsBundles(home.resolve("plugins")),
            Map.of());
    }

    /** Writes the URL beside its place and moves it there, so that no one reads half of it. */
    private static void publish(Node node, Path address) throws java.io.IOException {
        int port = node.injector().getInstance(HttpServerTransport.class)
            .boundAddress().publishAddress().getPort();
        Path draft = Files.writeString(address.resolveSibling(address.getFileName() + ".new"),
            "http://127.0.0.1:" + port + "\n");
        Files.move(draft, address, StandardCopyOption.ATOMIC_MOVE);
    }
}
